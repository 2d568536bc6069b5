/** Texts of the notifications that are shown while no page is open. */
export const push = {
  codeArrived: (service: string) => `A code arrived for ${service}`,
  messageArrived: (service: string) => `A message arrived for ${service}`,
  open: "Open ZapOTP to read it.",
  openInSandbox: "Open ZapOTP to read it, in the sandbox.",
};

/** Texts of their section in the settings. */
export const notices = {
  title: "Notifications",
  lead: "Be told when a code arrives, even while ZapOTP is closed. The notification names the service, never the code.",
  thisBrowser: "Notify this browser when a code arrives",
  cannot:
    "This browser cannot be notified here: it needs https, and on an iPhone or iPad ZapOTP must be on the home screen first.",
  denied:
    "The browser does not allow notifications from this site. Allow them in its settings, then try again.",
  failed: "The browser could not register for notifications. Check the connection, then try again.",
};
