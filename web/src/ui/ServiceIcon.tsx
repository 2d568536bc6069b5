import { Avatar } from "@mantine/core";

const hues = ["blue", "teal", "grape", "violet", "cyan", "indigo", "pink", "gray"];

function hueOf(slug: string): string {
  let sum = 0;
  for (const letter of slug) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return hues[sum % hues.length] ?? "blue";
}

/** Two letters on a colour of its own; decoration beside the service's name. */
export function ServiceIcon({ slug, name, size = 24 }: { slug: string; name: string; size?: number }) {
  const hue = hueOf(slug);
  return (
    <Avatar
      aria-hidden
      size={size}
      radius="sm"
      styles={{
        placeholder: {
          fontSize: size * 0.42,
          color: "#fff",
          background: `var(--mantine-color-${hue}-9)`,
          border: 0,
        },
      }}
    >
      {name.replace(/[^\p{L}\p{N}]/gu, "").slice(0, 2) || "?"}
    </Avatar>
  );
}
