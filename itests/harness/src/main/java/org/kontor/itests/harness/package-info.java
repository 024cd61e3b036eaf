/// The real portal, a real browser and a REST client, as walks use them.
@NullMarked
package org.kontor.itests.harness;

import org.jspecify.annotations.NullMarked;
