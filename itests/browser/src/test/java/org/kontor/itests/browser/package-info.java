/// What every page of the portal owes to everybody who looks at it.
@NullMarked
package org.kontor.itests.browser;

import org.jspecify.annotations.NullMarked;
