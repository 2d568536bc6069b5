import { Badge } from "@mantine/core";

/** The HTTP method of a call, shown as a word and not only by its colour. */
export const Method = ({ name }: { name: string }) => (
  <Badge variant="light" color={name === "get" ? "blue" : "amber"} radius="sm" size="sm" className="method">
    {name.toUpperCase()}
  </Badge>
);
