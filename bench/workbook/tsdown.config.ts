import { delivered } from '../shared/delivered.ts';

export default delivered('workbook', 'read-once');
