import "./CodeBlock.css";

/** Code, verbatim; can be scrolled by keyboard. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <pre className="code-block" tabIndex={0} role="region" aria-label={label}>
      <code>{text}</code>
    </pre>
  );
}
