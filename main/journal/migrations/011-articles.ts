export const sql = `
ALTER TABLE article ADD COLUMN age_limit INTEGER;
ALTER TABLE article ADD COLUMN deposit INTEGER;
`;
