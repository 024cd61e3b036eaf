/// Parcels to leads.
@Export
@Version("1.0.0")
package acme.parcels;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
