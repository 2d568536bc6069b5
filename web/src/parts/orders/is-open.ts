/** Whether an order still waits for a code, or for another one. */
export const isOpen = ({ status }: { status: string }): boolean =>
  status === "PENDING" || status === "RECEIVED";
