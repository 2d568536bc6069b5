/** The result of one check. The message of a warning or failure says what to do. */
export interface Finding {
  check: string;
  level: "ok" | "warn" | "fail";
  message: string;
}

export const ok = (check: string, message: string): Finding => ({ check, level: "ok", message });
export const warn = (check: string, message: string): Finding => ({ check, level: "warn", message });
export const fail = (check: string, message: string): Finding => ({ check, level: "fail", message });
