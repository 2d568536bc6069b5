import icons from "virtual:service-icons";
import "./ServiceIcon.css";

interface Props {
  slug: string;
  name: string;
  size?: number;
}

/** The service's icon if there is a free one, else its first letters; decoration beside the service's name. */
export function ServiceIcon({ slug, name, size = 26 }: Props) {
  const url = icons[slug];
  return (
    <span className="service-icon" style={{ width: size, height: size, fontSize: size * 0.4 }} aria-hidden>
      {url ? (
        <span className="service-sign" style={{ maskImage: `url("${url}")` }} />
      ) : (
        name.replace(/[^\p{L}\p{N}]/gu, "").slice(0, 2) || "?"
      )}
    </span>
  );
}
