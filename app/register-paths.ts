import type { RegisterNoun } from "~/domain/register";

/** First part of each register's addresses. */
export const registerPaths = {
  vendor: "vendors",
  vendorContact: "contacts",
  product: "products",
  productVersion: "versions",
  system: "systems",
  server: "servers",
  contract: "contracts",
} as const satisfies Record<RegisterNoun, string>;

type Parent = { noun: RegisterNoun; field: string };

/** The record a row belongs to; its page lists the row, and breadcrumbs lead over it. */
export const registerParents: Readonly<Partial<Record<RegisterNoun, Parent>>> = {
  vendorContact: { noun: "vendor", field: "vendorId" },
  product: { noun: "vendor", field: "vendorId" },
  productVersion: { noun: "product", field: "productId" },
  server: { noun: "system", field: "systemId" },
};

type Child = { noun: RegisterNoun; field: string };

/** Lists inside a record's page, with the field that a new row gets filled. */
export const registerChildren: Record<RegisterNoun, readonly Child[]> = {
  vendor: [
    { noun: "product", field: "vendorId" },
    { noun: "vendorContact", field: "vendorId" },
    { noun: "contract", field: "vendorId" },
  ],
  vendorContact: [],
  product: [{ noun: "productVersion", field: "productId" }],
  productVersion: [{ noun: "system", field: "productVersionId" }],
  system: [{ noun: "server", field: "systemId" }],
  server: [],
  contract: [],
};

/** Registers whose lists stand beside each other under one entry of the rail. */
export const registerFamilies: readonly (readonly RegisterNoun[])[] = [
  ["vendor", "product", "productVersion", "vendorContact"],
  ["system", "server"],
  ["contract"],
];

export function listPath(noun: RegisterNoun): `/${string}` {
  return `/${registerPaths[noun]}`;
}

export function recordPath(noun: RegisterNoun, id: string): `/${string}` {
  return `/${registerPaths[noun]}/${id}`;
}

/** The register an address belongs to, or null: `/vendors/…` → vendor. */
export function nounOfPath(pathname: string): RegisterNoun | null {
  const first = pathname.split("/")[1];
  const found = Object.entries(registerPaths).find(([, path]) => path === first)?.[0];
  return registerFamilies.flat().find((each) => each === found) ?? null;
}
