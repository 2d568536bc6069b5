import { codeDigits } from "../../state/preferences.ts";

/** A code as it is copied: as shown, or its digits if the viewer chose that. */
export const codeToCopy = (code: string): string => (codeDigits.get() ? digitsOf(code) : code);

/** "777-888" and "G-777888" are 777888; a code in which letters count stays as it is. */
export const digitsOf = (code: string): string =>
  /^([A-Z]-)?\d[\d\s.-]*$/.test(code) ? code.replaceAll(/\D/g, "") : code;
