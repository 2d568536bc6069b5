import type { ReactNode } from "react";
import "./Facts.css";

interface Props {
  facts: [string, ReactNode][];
  /** The names are code, and the values are sentences. */
  code?: boolean;
}

/** Names and values, one per line. */
export function Facts({ facts, code }: Props) {
  return (
    <dl className={code ? "facts facts-code" : "facts"}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
