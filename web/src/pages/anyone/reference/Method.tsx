import { Badge } from "@mantine/core";

/** The method of a call, told by its word and not by its colour alone. */
export const Method = ({ name }: { name: string }) => (
  <Badge variant="light" color={name === "get" ? "blue" : "amber"} radius="sm" size="sm" className="method">
    {name.toUpperCase()}
  </Badge>
);
