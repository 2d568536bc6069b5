import { List, Text } from "@mantine/core";

export function Steps({ steps }: { steps: [string, string][] }) {
  return (
    <List type="ordered" spacing="sm">
      {steps.map(([title, text]) => (
        <List.Item key={title}>
          <Text fw={600}>{title}</Text>
          <Text>{text}</Text>
        </List.Item>
      ))}
    </List>
  );
}
