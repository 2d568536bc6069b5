const files = import.meta.glob<string>("../../../node_modules/country-flag-icons/3x2/*.svg", {
  eager: true,
  query: "?url",
  import: "default",
});
const urls = new Map(Object.entries(files).map(([path, url]) => [path.slice(-6, -4), url]));

/** The flag of a country; decoration, the country's name or code stands beside it. */
export function Flag({ country, size = 20 }: { country: string; size?: number }) {
  const url = urls.get(country.toUpperCase());
  const box = { width: size, height: Math.round((size * 2) / 3), borderRadius: 2, flex: "none" };
  if (!url) return <span aria-hidden style={{ ...box, background: "var(--mantine-color-default-border)" }} />;
  return (
    <img src={url} alt="" loading="lazy" style={{ ...box, boxShadow: "0 0 0 1px rgb(128 128 128 / 30%)" }} />
  );
}
