/// What people and partners do with Kontor, from end to end.
@NullMarked
package org.kontor.itests.walks;

import org.jspecify.annotations.NullMarked;
