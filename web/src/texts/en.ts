import { account } from "./en/account.ts";
import { api } from "./en/api.ts";
import { common, errors, status } from "./en/common.ts";
import { orders } from "./en/orders.ts";
import { rent } from "./en/rent.ts";
import { settings, team } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { wallet } from "./en/wallet.ts";

export const en = {
  account,
  api,
  common,
  errors,
  orders,
  rent,
  settings,
  shell,
  status,
  team,
  wallet,
};
