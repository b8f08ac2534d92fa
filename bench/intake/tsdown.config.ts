import { delivered } from '../shared/delivered.ts';

export default delivered('intake', 'importer');
