import { Content, Flex, FlexItem, PageSection, Title } from '@patternfly/react-core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { arrived } from './arrival';

interface Props {
  title: string;
  about?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page: its title, what it is for, what can be done, and the rest. */
export function Page({ title, about, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} · Entente`;
  }, [title]);
  useEffect(() => arrived(pathname, heading.current), [pathname]);
  return (
    <>
      <PageSection hasBodyWrapper={false}>
        <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }} alignItems={{ default: 'alignItemsFlexStart' }}>
          <FlexItem>
            <Title headingLevel="h1" ref={heading} tabIndex={-1}>
              {title}
            </Title>
            {about && <Content component="p">{about}</Content>}
          </FlexItem>
          {actions && <FlexItem>{actions}</FlexItem>}
        </Flex>
      </PageSection>
      <PageSection hasBodyWrapper={false} isFilled>
        {children}
      </PageSection>
    </>
  );
}
