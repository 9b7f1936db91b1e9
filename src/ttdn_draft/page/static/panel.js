// (in work)
export function openPanel() {}
