/** Tests of its package alone. */
package io.entente.simulator.apigee.proxy.template;
