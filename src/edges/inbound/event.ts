import { invalid } from "../../kit/errors.ts";
import { compilePath } from "./path.ts";

/**
 * Reads what a call is about from the field at a path, such as `data.event_type`. A call without the field is refused:
 * it is not from a carrier that always names it.
 */
export function createEventReader(path: string): (item: unknown) => string {
  const read = compilePath(path);
  return (item) => {
    const event = read(item, item);
    if (typeof event !== "string" || event === "") throw invalid(path, `${path} is missing.`);
    return event;
  };
}
