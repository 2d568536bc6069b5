import { Refusal } from "../../kit/errors.ts";

export const unknownCountry = (country: string): Refusal =>
  new Refusal(
    "unknown_country",
    `There is no country "${country}"; give an ISO 3166-1 code such as US, GB or NG. GET /countries lists them.`,
    { field: "country" },
  );

export const unknownService = (service: string): Refusal =>
  new Refusal(
    "unknown_service",
    `There is no service "${service}"; GET /services lists those of a country.`,
    { field: "service" },
  );

export const unknownPool = (pool: string): Refusal =>
  new Refusal(
    "unknown_pool",
    `There is no pool "${pool}" for this country and service; GET /services with a service lists them.`,
    { field: "pool" },
  );

export const countryRestricted = (country: string): Refusal =>
  new Refusal("country_restricted", `Numbers of ${country} are not rented here.`, { field: "country" });

/** By the operator's policy for the service in the country. */
export const serviceForbidden = (name: string, country: string): Refusal =>
  new Refusal("service_restricted", `${name} is not rented here with numbers of ${country}.`, {
    field: "service",
  });

export const serviceRestricted = (name: string): Refusal =>
  new Refusal(
    "service_restricted",
    `${name} is restricted here: numbers are not rented for banks, payments, government or crypto exchanges.`,
    { field: "service" },
  );
