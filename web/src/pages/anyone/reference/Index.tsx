import { Text } from "@mantine/core";
import { reference as texts } from "../../../texts/reference.ts";
import type { Call, Document } from "./document.ts";
import { Method } from "./Method.tsx";

/** Links to every operation, by subject, and to errors and models. */
export const Index = ({ document: { tags }, calls }: { document: Document; calls: Call[] }) => (
  <nav aria-label={texts.navigation}>
    {tags.map(({ name }) => (
      <Group key={name} name={name}>
        {calls
          .filter((call) => call.tags.includes(name))
          .map(({ operationId, method, summary }) => (
            <li key={operationId}>
              <a href={`#${operationId}`}>
                <Method name={method} /> {summary}
              </a>
            </li>
          ))}
      </Group>
    ))}
    <Group name={texts.more}>
      <li>
        <a href="#errors">{texts.errors}</a>
      </li>
      <li>
        <a href="#models">{texts.models}</a>
      </li>
    </Group>
  </nav>
);

const Group = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <Text size="sm" fw={650} c="dimmed" mt="sm">
      {name}
    </Text>
    <ul>{children}</ul>
  </div>
);
