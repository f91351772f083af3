// Stands for style sheets, pictures and fonts in tests.
export default '';
