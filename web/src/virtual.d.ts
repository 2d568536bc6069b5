declare module "virtual:service-icons" {
  /** Addresses of pictures by the service's slug. */
  const icons: Record<string, string>;
  export default icons;
}
