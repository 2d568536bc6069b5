export interface FileData {
  name: string;
  type: string;
  /** Base64. */
  data: string;
}

/** A file as a request sends it. */
export async function readEvidence(file: File): Promise<FileData> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { name: file.name.slice(0, 200), type: file.type, data: btoa(binary) };
}

/** Saves a file that an answer contained, like a link with `download`; it is never shown by the page. */
export function saveEvidence({ name, data }: FileData): void {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
