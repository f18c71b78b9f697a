declare module "japanese-holidays" {
  const holidays: {
    /** Name of the holiday on which the moment falls in Japan, or undefined. */
    isHolidayAt(moment: Date): string | undefined;
  };
  export default holidays;
}
