/** A version: its heading, and what is new in it, one text per point. */
export interface Release {
  title: string;
  points: string[];
}

/** Reads CHANGELOG.md: `## heading`, then points that begin with `- ` and may go on in the next lines. */
export function readChangelog(markdown: string): Release[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = "", ...lines] = part.split("\n");
      const points = lines.join("\n").split(/^- /m).slice(1);
      return { title: title.trim(), points: points.map((point) => point.replaceAll(/\s+/g, " ").trim()) };
    });
}
