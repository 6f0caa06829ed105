/** Looking into XML elements. */
@NullMarked
package io.entente.simulator.apigee.proxy.xml;

import org.jspecify.annotations.NullMarked;
