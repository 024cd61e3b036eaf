/// Rights over every way to a document, against a model of their rules.
@NullMarked
package org.kontor.itests.core.rights;

import org.jspecify.annotations.NullMarked;
