declare module "virtual:service-icons" {
  /** URLs of icons by the service's slug. */
  const icons: Record<string, string>;
  export default icons;
}
