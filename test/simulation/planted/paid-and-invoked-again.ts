import type { Plant } from '../plant.ts'

export const plant: Plant = {
  wrong: 'What was asked ahead is invoked though another tab has paid',
  rule: 'never once paid',
  changes: [
    {
      file: 'checkout/planning.ts',
      was: 'ahead: ahead?.payment === entry?.payment ? ahead : undefined',
      is: 'ahead',
    },
    {
      file: 'checkout/offering.ts',
      was: 'if (!stillGone && !isOurs(course))',
      is: "if (course.payment === '')",
    },
  ],
}
