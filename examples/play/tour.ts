export const tour = async (_: { json: boolean }): Promise<boolean> => true
