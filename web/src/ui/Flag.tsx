import { useState } from "react";

declare const FLAG_FOLDER: string;

/** The flag of a country; decorative, since the country's name or code is next to it. */
export function Flag({ country, size = 20 }: { country: string; size?: number }) {
  const [isMissing, setMissing] = useState(false);
  const box = { width: size, height: Math.round((size * 2) / 3), borderRadius: 2, flex: "none" };
  if (isMissing || !/^[A-Za-z]{2}$/.test(country))
    return <span aria-hidden style={{ ...box, background: "var(--mantine-color-default-border)" }} />;
  return (
    <img
      src={`${FLAG_FOLDER}/${country.toUpperCase()}.svg`}
      alt=""
      loading="lazy"
      onError={() => setMissing(true)}
      style={{ ...box, boxShadow: "0 0 0 1px rgb(128 128 128 / 30%)" }}
    />
  );
}
