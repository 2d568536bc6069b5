export const safeguards = {
  title: "Safeguards",
  lead: "Switches that protect people less than their defaults. They are in the transparency report, too.",
  name: "Switch and what it means",
  value: "Now",
  default: "Default",
  none: "nothing is weaker than the defaults",
};
