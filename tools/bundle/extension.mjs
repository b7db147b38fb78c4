export async function bundleExtension() {}
