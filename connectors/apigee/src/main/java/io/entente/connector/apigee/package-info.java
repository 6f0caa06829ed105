/** One environment of an Apigee organisation, reached over the management API. */
@NullMarked
package io.entente.connector.apigee;

import org.jspecify.annotations.NullMarked;
