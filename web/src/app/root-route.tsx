import { Outlet, createRootRoute } from "@tanstack/react-router";
import { CopiedNotice } from "./CopiedNotice.tsx";
import { OfflineBar } from "./OfflineBar.tsx";
import { PaletteKeys } from "./palette/PaletteKeys.tsx";

export const rootRoute = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <PaletteKeys />
      <CopiedNotice />
      <OfflineBar />
    </>
  ),
});
