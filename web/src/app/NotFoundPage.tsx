import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { PublicFrame } from "../parts/PublicFrame.tsx";
import { t } from "../texts/t.ts";
import { Empty } from "../ui/Empty.tsx";
import { Page } from "../ui/Page.tsx";

export const NotFoundPage = () => (
  <PublicFrame>
    <Page title={t.errors.notFound}>
      <Empty
        text={t.errors.notFoundHint}
        action={
          <Button component={Link} to="/">
            {t.errors.home}
          </Button>
        }
      />
    </Page>
  </PublicFrame>
);
