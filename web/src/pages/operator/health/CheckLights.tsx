import { Group } from "@mantine/core";
import type { Health } from "#answers/operator/system.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { Light } from "../../../ui/Light.tsx";

/** The problems that the server finds with itself, or a single light if there are none. */
export function CheckLights({ checks }: Pick<Health, "checks">) {
  const wrong = Object.entries(checks).filter(([, { level }]) => level !== "ok");
  if (wrong.length === 0) return <Light state="good" text={operatorTexts.checksGood} />;
  return (
    <Group gap="xs">
      {wrong.map(([check, { state }]) => (
        <Light key={check} state="bad" text={`${check}: ${state.replaceAll("_", " ")}`} />
      ))}
    </Group>
  );
}
