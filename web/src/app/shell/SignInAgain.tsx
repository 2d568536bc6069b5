import { Suspense, lazy } from "react";
import { sessionLost } from "../../state/session-lost.ts";
import { useStore } from "../../state/store.ts";

const Dialog = lazy(() =>
  import("./SignInAgainDialog.tsx").then(({ SignInAgainDialog }) => ({ default: SignInAgainDialog })),
);

/** Shown over the page when the session has ended; fetched only then. */
export function SignInAgain() {
  const isLost = useStore(sessionLost);
  return <Suspense fallback={null}>{isLost && <Dialog />}</Suspense>;
}
