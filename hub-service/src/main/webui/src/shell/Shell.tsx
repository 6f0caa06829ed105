import {
  Button,
  FormSelect,
  FormSelectOption,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  Nav,
  NavItem,
  NavList,
  Page,
  PageSidebar,
  PageSidebarBody,
  PageToggleButton,
  SkipToContent,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import BarsIcon from '@patternfly/react-icons/dist/esm/icons/bars-icon';
import { Suspense } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { forgetToken } from '../api/token';
import { Keys } from './Keys';
import { PAGES } from './pages';
import { Loading } from './Loading';
import type { Theme } from './theme';

interface Props {
  theme: Theme;
  onTheme: (theme: Theme) => void;
}

/** What is around every page: name, navigation, theme, sign-out. */
export function Shell({ theme, onTheme }: Props) {
  const { pathname } = useLocation();
  const masthead = (
    <Masthead>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton variant="plain" aria-label="Navigation">
            <BarsIcon />
          </PageToggleButton>
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo component={(props) => <Link {...props} to="/" />}>
            <img src="/entente.svg" alt="" width={28} height={28} />
            <span className="brand">Entente</span>
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Toolbar isStatic>
          <ToolbarContent alignItems="center">
            <ToolbarItem align={{ default: 'alignEnd' }}>
              <FormSelect aria-label="Theme" value={theme} onChange={(_, value) => onTheme(value as Theme)}>
                <FormSelectOption value="system" label="Theme of the system" />
                <FormSelectOption value="light" label="Light" />
                <FormSelectOption value="dark" label="Dark" />
              </FormSelect>
            </ToolbarItem>
            <ToolbarItem>
              <Button variant="link" onClick={forgetToken}>
                Sign out
              </Button>
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
      </MastheadContent>
    </Masthead>
  );
  const sidebar = (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label="Pages">
          <NavList>
            {PAGES.map((page) => (
              <NavItem key={page.path} isActive={isAt(page.path, pathname)}>
                <NavLink to={page.path} end={page.path === '/'}>
                  {page.title}
                </NavLink>
              </NavItem>
            ))}
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
  return (
    <Page
      masthead={masthead}
      sidebar={sidebar}
      isManagedSidebar
      mainContainerId="main"
      skipToContent={<SkipToContent href="#main">Skip to content</SkipToContent>}
    >
      <Keys />
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </Page>
  );
}

function isAt(page: string, path: string): boolean {
  return page === '/' ? path === '/' : path === page || path.startsWith(`${page}/`);
}
