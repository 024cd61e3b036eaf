/// Documents and runs over HTTP, drawn from the document types there are.
@NullMarked
package org.kontor.rest;

import org.jspecify.annotations.NullMarked;
