/**
 * How the reader wants pages to look, put on `<html>` before anything is painted, and again when the choice changes here
 * (event `view`, which carries it where nothing can be stored), in another tab, or when the page comes back out of the
 * browser's memory. Written for old browsers, in the head of every page, and named by its hash in the content security
 * policy. `data-view` says that there is a script to obey a choice.
 */
export const VIEW_SCRIPT =
  '(function(){var d=document,r=d.documentElement,a=function(e){try{var v=e&&e.detail||JSON.parse(localStorage.getItem("view"))||{};' +
  '["size","contrast","theme"].forEach(function(k){v[k]?r.setAttribute("data-"+k,v[k]):r.removeAttribute("data-"+k)});' +
  'd.querySelectorAll("meta[name=theme-color]").forEach(function(m,i){m.content=["#fff","#1B2529"][v.theme?+(v.theme=="dark"):i]})' +
  '}catch(e){}};r.setAttribute("data-view","");a();["view","storage","pageshow"].forEach(function(n){addEventListener(n,a)})})()';
