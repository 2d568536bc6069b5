import "@mantine/notifications/styles.css";
import "./Notices.css";
import { Notifications } from "@mantine/notifications";

/** In a corner that covers neither the balance and the menus at the top nor the navigation. */
export const Notices = () => <Notifications position="bottom-right" className="notices" />;
