import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { withQuery } from "../api/client.ts";
import { t } from "../texts/t.ts";

interface Props {
  /** Under /dashboard/api. */
  path: string;
  query?: Record<string, string | number | undefined>;
}

/** Downloads the list, as filtered, as a file. */
export const ExportButton = ({ path, query }: Props) => (
  <Button
    component="a"
    href={withQuery(`/dashboard/api/${path}`, { ...query, format: "csv" })}
    download
    variant="default"
    leftSection={<IconDownload size={16} aria-hidden />}
    title={t.orders.exportHint}
  >
    {t.orders.export}
  </Button>
);
