export const common = {
  product: "ZapOTP",
  loading: "Loading",
  retry: "Try again",
  more: "Show more",
  cancel: "Cancel",
  close: "Close",
  save: "Save",
  saved: "Saved.",
  copy: "Copy",
  copied: "Copied",
  reason: "Reason",
  reasonHint: "Kept in the audit log.",
  none: "—",
  search: "Search",
  all: "All",
  actions: "Actions",
  seconds: (n: number) => `${n}\u00a0s`,
  percent: (n: number) => `${n}\u00a0%`,
  sample: (n: number) => `of ${n.toLocaleString("en")}`,
  tooFew: "too few to say",
  never: "never",
  ago: (text: string) => `${text} ago`,
  now: "just now",
  without: (text: string) => `Without the filter ${text}`,
};

export const errors = {
  offline: "No answer from the server. Check the connection, then try again.",
  unreadable: (status: number) =>
    `The server answered something unexpected (HTTP ${status}). Try again in a moment.`,
  title: "Something went wrong",
  loading: "This could not be loaded",
  crash: "This page crashed",
  crashHint: "Reload it. If it happens again, tell your operator what you did.",
  notFound: "Page not found",
  notFoundHint: "The address may be mistyped, or the page no longer exists.",
  home: "Go to Rent",
  requestId: (id: string) => `Request ${id}`,
  required: "Fill this in.",
};

export const status: Record<string, string> = {
  PENDING: "Waiting",
  RECEIVED: "Received",
  FINISHED: "Finished",
  CANCELLED: "Cancelled",
  EXPIRED: "Expired",
};
