/** Times as the documented API writes them: `2024-02-06 12:30:00`, UTC. */
export const documentedTime = (at: Date): string => at.toISOString().slice(0, 19).replace("T", " ");
