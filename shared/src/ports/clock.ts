/** The time, handed in: rules and use cases never ask the machine. */
export type Clock = () => Date;
