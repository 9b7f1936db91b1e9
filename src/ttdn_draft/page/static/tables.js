// (in work)
export function newTable() {}
export const tableTools = () => "";
