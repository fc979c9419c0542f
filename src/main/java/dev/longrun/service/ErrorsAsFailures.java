package dev.longrun.service;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Makes an error of the Java machine (out of memory, a stack too deep) inside a step a failure of its exchange. Camel's executor
 * would log it and forget the exchange, whose lane would then be taken for ever.
 */
final class ErrorsAsFailures implements InterceptStrategy {
  @Override
  public Processor wrapProcessorInInterceptors(CamelContext context, NamedNode definition, Processor target, Processor next) {
    return new DelegateAsyncProcessor(target) {
      @Override
      public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
          return super.process(exchange, callback);
        } catch (Error e) {
          exchange.setException(e);
          callback.done(true);
          return true;
        }
      }
    };
  }
}
