/** What the customer's display is told on. A file of its own: the display's preload may hold nothing that the till's holds. */
export const customerChannel = 'customer:view';
