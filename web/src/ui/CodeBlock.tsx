import "./CodeBlock.css";

/** Code as it is typed; scrolled by keyboard, too. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <pre className="code-block" tabIndex={0} role="region" aria-label={label}>
      <code>{text}</code>
    </pre>
  );
}
